/** How bodies are read, as JSON or line by line, and all that is wrong with them told at once. */
package nl.mtvp.kernel.rest.body;
