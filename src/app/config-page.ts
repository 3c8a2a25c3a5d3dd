import { variables } from './config.ts';

/** The operator's page of settings, docs/configuration.md, made from the list that the program itself reads. */
export function configurationPage(): string {
  const groups = Map.groupBy(Object.entries(variables), ([, variable]) => variable.group);
  const sections = [...groups].map(([group, members]) => {
    const rows = members.map(
      ([name, variable]) =>
        `### ${name}\n\n${variable.description}\n\n- When not set: ${variable.fallback}\n- Example: \`${name}=${variable.example}\`\n`,
    );
    return `## ${group}\n\n${rows.join('\n')}`;
  });
  return `# Settings

Goldthread reads its settings from the environment, and nothing else reads it. An empty variable counts as not set.
Faults are all named at once when the program starts, and it does not start with one.

This page is made from src/app/config.ts by \`node scripts/configuration.ts\`; a test fails when the two differ.

${sections.join('\n')}`;
}
