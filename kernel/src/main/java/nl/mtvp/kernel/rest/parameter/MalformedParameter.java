package nl.mtvp.kernel.rest.parameter;

import jakarta.ws.rs.BadRequestException;
import nl.mtvp.kernel.failure.Fault;

/**
 * A parameter that cannot be read. It is a web exception only because the server turns anything else that a converter
 * throws into 404; {@link ParameterCheck} finds it first.
 */
class MalformedParameter extends BadRequestException {

    private final transient Fault fault;

    MalformedParameter(Fault fault) {
        super(fault.detail());
        this.fault = fault;
    }

    Fault fault() {
        return fault;
    }
}
