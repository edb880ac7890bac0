/** The suite on one machine: the launcher, the demonstration and the journeys across services. */
package nl.mtvp.suite;
