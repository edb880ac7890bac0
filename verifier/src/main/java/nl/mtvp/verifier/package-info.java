/** Checks a published draw without any of the code that drew it. */
package nl.mtvp.verifier;
