package nl.mtvp.suite.stack;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.mtvp.suite.identity.Cast;
import nl.mtvp.suite.portal.PortalSimulator;
import nl.mtvp.suite.portal.Settings;
import nl.mtvp.suite.stack.Ports.Listener;

/** How the portal simulator of a stack is started; it goes on where it was. */
final class PortalProgram {

    private static final int HEAP_MEGABYTES = 192;

    private PortalProgram() {}

    static PortalAccess access(Ports ports) {
        return new PortalAccess(
                URI.create("https://127.0.0.1:" + ports.of(Listener.PORTAL) + "/zorginkoop/v1"),
                URI.create("https://127.0.0.1:" + ports.of(Listener.CONTRACT_FOR_PORTAL) + "/portal/v1/messages"),
                ports.address(Listener.PORTAL_DESK),
                Secrets.password());
    }

    static Program start(Site site, PortalAccess access) {
        var folder = site.folder();
        var portal = PortalCertificates.PORTAL.commonName();
        new Settings(
                        site.ports().of(Listener.PORTAL),
                        site.ports().of(Listener.PORTAL_DESK),
                        access.password(),
                        PortalCertificates.CONTRACT_SERVICE.oin(),
                        folder.certificate(portal),
                        folder.certificateKey(portal),
                        folder.certificate("authority"),
                        access.listener(),
                        Keycloak.issuer(site.ports()),
                        Cast.ZORGINKOOPPORTAAL,
                        folder.key(Cast.ZORGINKOOPPORTAAL),
                        folder.clockOffset(),
                        folder.root().resolve("portal-journal"))
                .write(folder.root().resolve("portal.json"));
        var command = new ArrayList<>(Installation.java(HEAP_MEGABYTES));
        command.addAll(List.of(
                "-cp",
                site.installation().launcherClassPath(),
                PortalSimulator.class.getName(),
                folder.root().resolve("portal.json").toString()));
        return new Program("portal simulator", () -> command, Map.of(), site, "portal.log").start();
    }
}
