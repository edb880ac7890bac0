/** How parameters of a path, a query or a page are read, and all that is wrong with them told at once. */
package nl.mtvp.kernel.rest.parameter;
