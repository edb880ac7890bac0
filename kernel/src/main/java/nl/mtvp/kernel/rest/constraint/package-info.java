/** Constraints that the parts of a request bear, and their violations as faults. */
package nl.mtvp.kernel.rest.constraint;
