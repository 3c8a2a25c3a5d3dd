/** "Northmere" for "Northmere City Council": how a council is spoken of in running text. */
export function shortName(name: string): string {
  const short = name.replace(
    /(?: (?:Metropolitan|London|City|County|Borough|District|Town|Unitary|and))* Council$/,
    '',
  );
  return short === '' ? name : short;
}
