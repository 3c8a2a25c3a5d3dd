import type { NavigationEntry, Pages } from './web/pages.ts';

/** What a feature shows of itself to the app: its pages and where they stand in the navigation. Jobs and commands are wired by name. */
export interface Feature {
  readonly name: string;
  readonly navigation: readonly NavigationEntry[];
  addPages(pages: Pages): void;
}
