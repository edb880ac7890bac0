package nl.mtvp.payment.access;

/**
 * Something that an operation is about, with whom it belongs to.
 *
 * @param id what stands in the path for it; several parts are parted by a slash
 * @param agb null when it is not a practice's to see
 * @param rho null when it is not an RHO's to see
 */
record Thing(String id, String uzovi, String agb, String rho) {

    static Thing ofInsurer(String id, String uzovi) {
        return new Thing(id, uzovi, null, null);
    }
}
