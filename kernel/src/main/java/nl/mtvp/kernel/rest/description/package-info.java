/** The API's description: what every operation has in common, how it is served, what each address takes. */
package nl.mtvp.kernel.rest.description;
