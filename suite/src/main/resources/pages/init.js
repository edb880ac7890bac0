// The documents of the three services, and the client as which people log in: authorization code with PKCE.
window.onload = () => {
  const ui = SwaggerUIBundle({
    urls: [
      { name: "plan-service", url: "plan-service.json" },
      { name: "contract-service", url: "contract-service.json" },
      { name: "payment-service", url: "payment-service.json" },
    ],
    dom_id: "#swagger-ui",
    presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
    layout: "StandaloneLayout",
    deepLinking: true,
    docExpansion: "none",
    filter: true,
    validatorUrl: null,
    oauth2RedirectUrl: new URL("oauth2-redirect.html", window.location.href).href,
  });
  ui.initOAuth({
    clientId: "mtvp-portal",
    scopes: ["openid"],
    usePkceWithAuthorizationCodeGrant: true,
  });
};
