package nl.mtvp.suite.command;

import java.util.concurrent.Callable;
import nl.mtvp.suite.stack.StartRequests;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Has a service started again that ended. */
@Command(
        name = "start",
        mixinStandardHelpOptions = true,
        header =
                "Starts a service again in a running stack (./mtvp up, ./mtvp demo --keep), and waits until it answers.")
public final class StartCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOption data;

    @Parameters(paramLabel = "SERVICE", description = "plan-service, contract-service or payment-service")
    private String name;

    @Override
    public Integer call() throws InterruptedException {
        var service = Services.named(name);
        StartRequests.ask(data.folder(), service);
        spec.commandLine().getOut().println(service.module() + " answers");
        return 0;
    }
}
