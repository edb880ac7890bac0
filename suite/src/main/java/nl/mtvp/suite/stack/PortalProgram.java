package nl.mtvp.suite.stack;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import nl.mtvp.suite.identity.Cast;
import nl.mtvp.suite.portal.PortalDesk;
import nl.mtvp.suite.portal.PortalSimulator;
import nl.mtvp.suite.portal.Settings;
import nl.mtvp.suite.stack.Ports.Listener;

/** The portal simulator of a stack. It can be killed and started again, and goes on where it was. */
final class PortalProgram implements AutoCloseable {

    private static final String NAME = "portal simulator";
    private static final Duration START_MAX = Duration.ofMinutes(10);
    private static final int HEAP_MEGABYTES = 192;

    private final List<String> command;
    private final Path log;
    private final PortalAccess access;
    private final ProcessList processes;
    private Program program;

    private PortalProgram(List<String> command, Path log, PortalAccess access, ProcessList processes) {
        this.command = command;
        this.log = log;
        this.access = access;
        this.processes = processes;
    }

    static PortalProgram started(
            Installation installation, StackFolder folder, Ports ports, URI issuer, ProcessList processes) {
        var access = new PortalAccess(
                URI.create("https://127.0.0.1:" + ports.of(Listener.PORTAL) + "/zorginkoop/v1"),
                URI.create("https://127.0.0.1:" + ports.of(Listener.CONTRACT_FOR_PORTAL) + "/portal/v1/messages"),
                URI.create("http://127.0.0.1:" + ports.of(Listener.PORTAL_DESK)),
                Secrets.password());
        var portal = PortalCertificates.PORTAL.commonName();
        new Settings(
                        ports.of(Listener.PORTAL),
                        ports.of(Listener.PORTAL_DESK),
                        access.password(),
                        PortalCertificates.CONTRACT_SERVICE.oin(),
                        folder.certificate(portal),
                        folder.certificateKey(portal),
                        folder.certificate("authority"),
                        access.listener(),
                        issuer,
                        Cast.ZORGINKOOPPORTAAL,
                        folder.key(Cast.ZORGINKOOPPORTAAL),
                        folder.clockOffset(),
                        folder.root().resolve("portal-journal"))
                .write(folder.portalSettings());
        var command = new ArrayList<>(Jvm.command(HEAP_MEGABYTES));
        command.addAll(List.of(
                "-cp",
                installation.launcherClassPath(),
                PortalSimulator.class.getName(),
                folder.portalSettings().toString()));
        var started = new PortalProgram(command, folder.logs().resolve("portal.log"), access, processes);
        started.start();
        return started;
    }

    void start() {
        program = Program.start(NAME, command, Map.of(), log, processes);
    }

    void awaitReady(Consumer<String> say) throws InterruptedException {
        program.awaitReady(() -> Probe.answersOk(access.desk().resolve("/ready")), START_MAX, say);
    }

    PortalAccess access() {
        return access;
    }

    PortalDesk desk() {
        return new PortalDesk(access.desk(), access.password());
    }

    void kill() {
        program.kill();
    }

    void ask() {
        program.ask();
    }

    boolean isAlive() {
        return program.isAlive();
    }

    @Override
    public void close() {
        program.close();
    }
}
