/**
 * Plans and admission: the catalogue, regional organisations and their regions, regioplannen with their approval, and
 * the draw by which practices are let in by quarter (D1-D21). It knows nothing of contracts and money, and follows
 * nobody.
 */
package nl.mtvp.plan;
