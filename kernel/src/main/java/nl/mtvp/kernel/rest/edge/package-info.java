/** What is held before any resource is reached: paths, headers, the time and size of a body. */
package nl.mtvp.kernel.rest.edge;
