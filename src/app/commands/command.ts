// What a command of the command line is.
import type { Environment } from '../config.ts';

/** Exit codes: 0 done, 1 failed (the reason was said), 2 wrong use. */
export const DONE = 0;
export const FAILED = 1;
export const WRONG_USE = 2;

export interface Say {
  /** A line for standard output. */
  out(line: string): void;
  /** A line for standard error. */
  problem(line: string): void;
}

export interface Surroundings {
  /** The environment to read settings from; the process's own when left out. */
  readonly env?: Environment | undefined;
  readonly say: Say;
}

export interface Command {
  /** What --help prints. */
  readonly help: string;
  /** @param args what stands after the command's name, without --help. @returns the exit code. */
  run(args: string[], around: Surroundings): Promise<number>;
}

/** Thrown for wrong use; the message says what to type instead. */
export class WrongUse extends Error {}

/** Thrown when a command cannot be carried out for a reason that its message tells a person. */
export class Failed extends Error {}
