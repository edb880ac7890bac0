/** What all of the launcher may use: the services and how they are called, the story's clock, and waiting. */
package nl.mtvp.suite.common;
