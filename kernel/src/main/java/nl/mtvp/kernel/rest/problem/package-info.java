/** How a refusal looks (RFC 9457), whoever refuses. */
package nl.mtvp.kernel.rest.problem;
