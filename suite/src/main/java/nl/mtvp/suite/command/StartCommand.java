package nl.mtvp.suite.command;

import nl.mtvp.suite.common.Service;
import nl.mtvp.suite.stack.StartRequests;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Has a service started again that ended. */
@Command(
        name = "start",
        header = "Starts a service again in a running stack (./mtvp up, ./mtvp demo --keep), and waits until it"
                + " answers.")
public final class StartCommand extends SuiteCommand {

    @Mixin
    private DataOption data;

    @Parameters(paramLabel = "SERVICE", description = "plan-service, contract-service or payment-service")
    private String name;

    @Override
    public Integer call() throws InterruptedException {
        var service = Service.named(name);
        StartRequests.ask(data.folder(), service);
        out().println(service.module() + " answers");
        return 0;
    }
}
