/** How much one client may have under way, so that the others get theirs. */
package nl.mtvp.kernel.rest.limit;
