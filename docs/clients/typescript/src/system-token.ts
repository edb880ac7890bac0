import { createPrivateKey, randomUUID, sign, type KeyObject } from "node:crypto";

/**
 * The access token of a system that has a key (OAuth 2.0 client credentials with private_key_jwt, RFC 7523); asked for
 * anew a while before it ends.
 */
export class SystemToken {
  readonly #client: string;
  readonly #key: KeyObject;
  readonly #issuer: string;
  readonly #endpoint: string;
  #token = "";
  #untilSeconds = 0;

  private constructor(client: string, key: KeyObject, issuer: string, endpoint: string) {
    this.#client = client;
    this.#key = key;
    this.#issuer = issuer;
    this.#endpoint = endpoint;
  }

  /** With the private key in PEM, and the address at which the identity provider's description begins. */
  static async of(client: string, pem: string, issuer: string): Promise<SystemToken> {
    const description = await answer(await fetch(`${issuer}/.well-known/openid-configuration`));
    return new SystemToken(client, createPrivateKey(pem), issuer, text(description, "token_endpoint"));
  }

  async get(): Promise<string> {
    if (seconds() + 30 < this.#untilSeconds) {
      return this.#token;
    }
    const body = new URLSearchParams({
      grant_type: "client_credentials",
      client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
      client_assertion: this.#assertion(),
    });
    const told = await answer(await fetch(this.#endpoint, { method: "POST", body }));
    this.#token = text(told, "access_token");
    this.#untilSeconds = seconds() + Number(told["expires_in"]);
    return this.#token;
  }

  /** What the system signs to show that it holds its key: good for one request within a minute. */
  #assertion(): string {
    const now = seconds();
    const header = encoded({ alg: "RS256", typ: "JWT", kid: this.#client });
    const claims = encoded({
      iss: this.#client,
      sub: this.#client,
      aud: this.#issuer,
      jti: randomUUID(),
      iat: now,
      exp: now + 60,
    });
    const signature = sign("RSA-SHA256", Buffer.from(`${header}.${claims}`), this.#key);
    return `${header}.${claims}.${signature.toString("base64url")}`;
  }
}

function seconds(): number {
  return Math.floor(Date.now() / 1000);
}

function encoded(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString("base64url");
}

async function answer(response: Response): Promise<Record<string, unknown>> {
  if (!response.ok) {
    throw new Error(`${response.url} answers ${response.status}: ${await response.text()}`);
  }
  return (await response.json()) as Record<string, unknown>;
}

function text(told: Record<string, unknown>, name: string): string {
  const value = told[name];
  if (typeof value !== "string") {
    throw new Error(`the identity provider tells no ${name}`);
  }
  return value;
}
