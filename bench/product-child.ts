// Started by product.ts: the whole program by its own configuration; prints its address and runs until it is told to stop.
import { readConfig } from '../src/app/config.ts';
import { makeProgram } from '../src/app/server.ts';
import { makeLog } from '../src/platform/log/log.ts';

const config = readConfig(process.env);
const program = await makeProgram(config, { log: makeLog(config.logLevel) });
console.log(await program.listen());
process.once('SIGTERM', async () => {
  await program.stop();
  process.exit(0);
});
