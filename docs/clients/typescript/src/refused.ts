import type { components } from "./generated/payment.js";

/** A refusal as each service tells it (RFC 9457). */
export type Problem = components["schemas"]["Problem"];

/** A call that was refused, with all that is wrong with it. */
export class Refused extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    const faults = (problem.errors ?? []).map((fault) => `\n  ${fault.location}: ${fault.detail} (${fault.code})`);
    super(`${problem.title}: ${problem.detail}${faults.join("")}`);
    this.problem = problem;
  }

  /** Whether it is of this type, of which docs/problems.md tells the cause and the remedy. */
  is(type: string): boolean {
    return this.problem.type === `urn:mtvp:problem:${type}`;
  }

  /** Whether one of the faults that it names has this code. */
  names(code: string): boolean {
    return (this.problem.errors ?? []).some((fault) => fault.code === code);
  }
}

/** What a call of openapi-fetch gives: the answer, or the refusal. */
type Outcome<T> = { data: T; error?: never } | { data?: never; error: Problem };

/** The answer of a call, whose type is the operation's own; a refusal is thrown. */
export async function answered<T>(call: Promise<Outcome<T>>): Promise<T> {
  const outcome = await call;
  if (outcome.error !== undefined) {
    throw new Refused(outcome.error);
  }
  return outcome.data;
}
