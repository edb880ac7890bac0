package nl.mtvp.suite.world;

/**
 * A synthetic practice.
 *
 * @param ion its registered patients
 */
public record Practice(String agb, String name, int ion) {}
