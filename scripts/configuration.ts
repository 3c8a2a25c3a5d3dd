// Writes docs/configuration.md from the list of settings that the program reads.
import { writeFile } from 'node:fs/promises';
import { configurationPage } from '../src/app/config-page.ts';

await writeFile(new URL('../docs/configuration.md', import.meta.url), configurationPage());
