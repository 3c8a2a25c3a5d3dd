// Pages about the service itself. They stand at the foot of every page.
import type { Pages } from '../../../platform/web/pages.ts';
import { template } from '../../../platform/web/render.ts';
import type { Template } from '../../../platform/web/view.ts';
import { CSV_COLUMNS } from './csv.ts';
import { drawPage, serve } from './serve.ts';

export interface InformationView {
  readonly columns: readonly string[];
}

export interface InformationPage {
  readonly path: string;
  readonly title: string;
  readonly template: Template<InformationView>;
}

const about = (path: string, title: string, name: string): InformationPage => ({
  path,
  title,
  template: template<InformationView>(`publishing/${name}.njk`),
});

export const INFORMATION: readonly InformationPage[] = [
  about('/accessibility', 'Accessibility', 'accessibility'),
  about('/privacy', 'Privacy', 'privacy'),
  about('/cookies', 'Cookies', 'cookies'),
  about('/about', 'About', 'about'),
  about('/public/open-data', 'Open data', 'open-data'),
];

export function addInformation(pages: Pages): void {
  for (const { path, title, template } of INFORMATION) {
    pages.public(path, (context) =>
      serve(context, {
        find: async () => null,
        gather: async () => null,
        draw: () => drawPage(context, template, { columns: CSV_COLUMNS }, { title, council: null, breadcrumbs: [] }),
      }),
    );
  }
}
