/** How the services beside this one are asked, where a feed does not tell enough. */
package nl.mtvp.contract.neighbour;
