/** What the resources of all features have in common. */
package nl.mtvp.contract.rest;
