// The readable parts of public addresses. Register and public site build them by the one rule, so that links between them hold.

/** Text as it stands in an address: "Key recommendations" is "key-recommendations". Never empty. */
export function slugOf(text: string): string {
  const slug = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  return slug === '' ? 'report' : slug;
}

/**
 * The last part of each recommendation's public address, "key-recommendations-4", in the order given. Two groups whose
 * names differ by signs alone would share an address, so the later one gets a mark.
 */
export function placeAddresses(places: readonly { readonly groupName: string; readonly number: number }[]): string[] {
  const taken = new Set<string>();
  return places.map(({ groupName, number }) => {
    const plain = `${slugOf(groupName)}-${number}`;
    let address = plain;
    for (let mark = 2; taken.has(address); mark += 1) address = `${plain}-${mark}`;
    taken.add(address);
    return address;
  });
}
