/**
 * Core components of the editions of peer challenge, as their names begin. Source: the lists of core components that the
 * Local Government Association publishes (local.gov.uk, peer challenges we offer), for corporate and for finance challenges.
 */
const beginnings = [
  'understanding of (?:the )?local (?:place|context)',
  'local priorit',
  'leadership of place',
  'organisational (?:and place )?leadership',
  'political and managerial leadership',
  '(?:effective )?governance and (?:culture|decision)',
  'financial (?:planning|leadership|strategy|outcomes|governance|management|viability|sustainability|resilience)',
  'capacity (?:to deliver|for improvement|and resources)',
  'decision[ -]making',
  'partnerships? and innovation',
];
const known = new RegExp(`^(?:${beginnings.join('|')})`, 'iu');

/** Does a text begin as the name of a core component does? */
export function isKnownTheme(text: string): boolean {
  return known.test(text);
}
