// An insurer's first quarter with one practice, from its tariff to the file for its bank. What needs a second person is
// done with that person's token.

import { createHash, randomUUID } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import createClient, { type Client, type Middleware } from "openapi-fetch";
import type { paths as ContractPaths } from "./generated/contract.js";
import type { components, paths as PaymentPaths } from "./generated/payment.js";
import { answered, Refused } from "./refused.js";
import { SystemToken } from "./system-token.js";

const series = "MTVP-2023";
const textVersion = "2023-1";
const startsOn = "2024-04-01";
const quarter = "2024-Q2";
const euroPerIonPerQuarter = "2.95";
const tries = 300;
const betweenMillis = 1_000;

type Payment = Client<PaymentPaths>;

/** A practice's account, or the insurer's own. */
interface Holder {
  readonly agb?: string;
  readonly iban: string;
  readonly holderName: string;
}

const [uzovi, agb, registrations, bankFile] = process.argv.slice(2);
if (uzovi === undefined || agb === undefined || registrations === undefined || bankFile === undefined) {
  throw new Error("usage: insurers-job.js UZOVI AGB ION.csv BANK.xml");
}
await job(uzovi, agb, registrations, bankFile).catch((failure: unknown) => {
  if (!(failure instanceof Refused)) {
    throw failure;
  }
  console.error(failure.message);
  process.exitCode = 1;
});

async function job(uzovi: string, agb: string, registrations: string, bankFile: string): Promise<void> {
  const pem = await readFile(setting("MTVP_KEY"), "utf8");
  const token = await SystemToken.of(`insurer-${uzovi}`, pem, setting("MTVP_ISSUER"));
  const system = carrying(() => token.get());
  const approver = carrying(async () => setting("MTVP_APPROVER_TOKEN"));
  const contract = createClient<ContractPaths>({ baseUrl: setting("MTVP_CONTRACT") });
  contract.use(system);
  const payment = createClient<PaymentPaths>({ baseUrl: setting("MTVP_PAYMENT") });
  payment.use(system);
  const approving = createClient<PaymentPaths>({ baseUrl: setting("MTVP_PAYMENT") });
  approving.use(approver);

  await answered(
    contract.POST("/insurers", { params: command(), body: { uzovi, name: `Insurer ${uzovi}` } }),
  );
  await tariff(payment, approving, uzovi);
  await agree(contract, uzovi, agb);
  await deliver(payment, uzovi, registrations);
  await run(payment, approving, uzovi);
  await account(payment, approving, uzovi, { iban: "NL91ABNA0417164300", holderName: `Insurer ${uzovi}` });
  await account(payment, approving, uzovi, { agb, iban: "NL02ABNA0123456789", holderName: `Practice ${agb}` });
  await payOut(payment, approving, uzovi, bankFile);
}

async function tariff(payment: Payment, approving: Payment, uzovi: string): Promise<void> {
  const proposed = await answered(
    payment.POST("/tariffs", {
      params: command(),
      body: { uzovi, validFrom: startsOn, euroPerIonPerQuarter, ground: "as agreed for 2024" },
    }),
  );
  const known = await answered(
    approving.POST("/tariffs/{id}/approvals", { params: { ...command(), path: { id: proposed.id } } }),
  );
  console.log(`tariff ${known.euroPerIonPerQuarter} is ${known.state}`);
}

async function agree(contract: Client<ContractPaths>, uzovi: string, agb: string): Promise<void> {
  const offer = await answered(
    contract.POST("/contract-offers", {
      params: command(),
      body: { uzovi, agb, startsOn, expiresAt: "2024-10-01T00:00:00Z", tariffSeries: series, textVersion },
    }),
  );
  console.log(`offer ${offer.id} waits for the practice`);
  const closed = await until(
    () => answered(contract.GET("/contract-offers/{id}", { params: { path: { id: offer.id } } })),
    (each) => each.state !== "PROPOSED",
  );
  if (closed.state !== "ACCEPTED") {
    throw new Error(`the offer is ${closed.state}`);
  }
  const contracts = await answered(
    contract.GET("/contracts", { params: { query: { agb, uzovi, state: "ACTIVE" } } }),
  );
  for (const each of contracts) {
    console.log(`contract from ${each.startsOn} on`);
  }
}

async function deliver(payment: Payment, uzovi: string, registrations: string): Promise<void> {
  const content = await readFile(registrations);
  const rowCount = content.toString("utf8").trimEnd().split("\n").length - 1;
  const announced = await answered(
    payment.POST("/ion-deliveries", {
      params: command(),
      body: { uzovi, peildatum: startsOn, rowCount, sha256: digest(content) },
    }),
  );
  const path = { id: announced.id };
  await answered(
    payment.PATCH("/ion-deliveries/{id}/content", {
      params: { path, header: { "Upload-Offset": "0", "Upload-Complete": "?1" } },
      headers: { "Content-Type": "application/offset+octet-stream" },
      body: "",
      bodySerializer: () => content,
    }),
  );
  const delivery = await until(
    () => answered(payment.GET("/ion-deliveries/{id}", { params: { path } })),
    (each) => each.status === "ACCEPTED" || each.status === "REFUSED",
  );
  if (delivery.fault !== null) {
    throw new Error(`the delivery is refused: ${delivery.fault.detail}`);
  }
  console.log(`delivery of ${delivery.rowCount} lines: ${delivery.accepted} accepted`);
}

/** What looks strange is for a person to acknowledge, and no program's to approve. */
async function run(payment: Payment, approving: Payment, uzovi: string): Promise<void> {
  const made = await answered(payment.POST("/payment-runs", { params: command(), body: { uzovi, quarter } }));
  const path = { id: made.id };
  const ask = () => answered(payment.GET("/payment-runs/{id}", { params: { path } }));
  const draft = await until(ask, (each) => each.state !== "COMPUTING");
  const warnings = await answered(payment.GET("/payment-runs/{id}/warnings", { params: { path } }));
  if (draft.state !== "DRAFT" || draft.proposalHash === null || warnings.length > 0) {
    throw new Error(`the run is ${draft.state}, with ${warnings.length} warnings`);
  }
  await answered(
    approving.POST("/payment-runs/{id}/approvals", {
      params: { ...command(), path },
      body: { proposalHash: draft.proposalHash },
    }),
  );
  const posted = await until(ask, (each) => each.state === "POSTED");
  for (const total of posted.totals) {
    console.log(`run: ${total.cause} ${total.amount}`);
  }
}

async function account(payment: Payment, approving: Payment, uzovi: string, holder: Holder): Promise<void> {
  const proposed = await answered(
    payment.POST("/bank-accounts", {
      params: command(),
      body: {
        ...holder,
        uzovi,
        validFrom: startsOn,
        address: {
          street: "Dorpsstraat",
          buildingNumber: "1",
          postCode: "3401 AB",
          town: "IJsselstein",
          country: "NL",
        },
        evidence: "a bank statement",
        evidenceDigest: digest(holder.iban),
      },
    }),
  );
  const known = await answered(
    approving.POST("/bank-accounts/{id}/approvals", { params: { ...command(), path: { id: proposed.id } } }),
  );
  console.log(`account ${known.iban} is ${known.state}`);
}

async function payOut(payment: Payment, approving: Payment, uzovi: string, bankFile: string): Promise<void> {
  const draft = await payoutOnceOldEnough(payment, uzovi);
  const path = { id: draft.id };
  const booked = await answered(approving.POST("/payouts/{id}/approvals", { params: { ...command(), path } }));
  console.log(`payout of ${booked.total} in ${booked.transfers} transfer is ${booked.state}`);
  const file = await answered(payment.GET("/payouts/{id}/pain.001", { params: { path }, parseAs: "text" }));
  await writeFile(bankFile, file);
  console.log(`the file for the bank is in ${bankFile}`);
}

/** Nothing is paid to an account in its first five working days; so it asks until they are over. */
async function payoutOnceOldEnough(payment: Payment, uzovi: string): Promise<components["schemas"]["Payout"]> {
  for (let left = tries; ; left--) {
    try {
      return await answered(payment.POST("/payouts", { params: command(), body: { uzovi } }));
    } catch (failure) {
      const tooNew = failure instanceof Refused && failure.is("nothing-to-transfer") && failure.names("cooling");
      if (left === 0 || !tooNew) {
        throw failure;
      }
      if (left === tries) {
        console.log("the account is too new to be paid to; asking again");
      }
      await pause(betweenMillis);
    }
  }
}

/** Asks again and again for what a service, or a person, does in its own time. */
async function until<T>(ask: () => Promise<T>, enough: (now: T) => boolean): Promise<T> {
  for (let left = tries; left > 0; left--) {
    const now = await ask();
    if (enough(now)) {
      return now;
    }
    await pause(betweenMillis);
  }
  throw new Error(`after ${tries} times it is still not as it should be`);
}

/** A key of its own for each command: sent again with the same key it is done once. */
function command(): { header: { "Idempotency-Key": string } } {
  return { header: { "Idempotency-Key": randomUUID() } };
}

function carrying(token: () => Promise<string>): Middleware {
  return {
    async onRequest({ request }) {
      request.headers.set("Authorization", `Bearer ${await token()}`);
      return request;
    },
  };
}

function digest(content: string | Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}

function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined) {
    throw new Error(`set ${name} in the environment`);
  }
  return value;
}
