import { type ParseArgsConfig, parseArgs } from 'node:util';
import { WrongUse } from './command.ts';

/** Options and positions of a command line. @throws WrongUse in plain words for an option that is not known. */
export function parse<O extends NonNullable<ParseArgsConfig['options']>>(args: string[], options: O) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    const message = (error as Error).message.split('. ')[0]!.replace(/^Unknown option/, 'There is no option');
    throw new WrongUse(`${message}.`);
  }
}
