/**
 * What became of councils that no longer exist: the code of each, and the codes of the councils that serve its area now, a
 * council that was itself replaced left out. Reorganisations from 2026 on are not in it.
 *
 * Source: mySociety, "UK local authority names and codes", data version 1.6.1, snapshot of July 2025
 * (github.com/mysociety/uk_local_authority_names_and_codes, file data/uk_local_authorities.csv).
 * Licence: Creative Commons Attribution 4.0 (CC BY 4.0), attributed to mySociety. Changed: England only, codes joined, and
 * chains of replacements followed to their end.
 */
export const successorCodes: Readonly<Record<string, readonly string[]>> = {
  E06000028: ['E06000058'],
  E06000029: ['E06000058'],
  E07000004: ['E06000060'],
  E07000005: ['E06000060'],
  E07000006: ['E06000060'],
  E07000007: ['E06000060'],
  E07000026: ['E06000063'],
  E07000027: ['E06000064'],
  E07000028: ['E06000063'],
  E07000029: ['E06000063'],
  E07000030: ['E06000064'],
  E07000031: ['E06000064'],
  E07000048: ['E06000058'],
  E07000049: ['E06000059'],
  E07000050: ['E06000059'],
  E07000051: ['E06000059'],
  E07000052: ['E06000059'],
  E07000053: ['E06000059'],
  E07000150: ['E06000061'],
  E07000151: ['E06000062'],
  E07000152: ['E06000061'],
  E07000153: ['E06000061'],
  E07000154: ['E06000062'],
  E07000155: ['E06000062'],
  E07000156: ['E06000061'],
  E07000163: ['E06000065'],
  E07000164: ['E06000065'],
  E07000165: ['E06000065'],
  E07000166: ['E06000065'],
  E07000167: ['E06000065'],
  E07000168: ['E06000065'],
  E07000169: ['E06000065'],
  E07000187: ['E06000066'],
  E07000188: ['E06000066'],
  E07000189: ['E06000066'],
  E07000190: ['E06000066'],
  E07000191: ['E06000066'],
  E07000201: ['E07000245'],
  E07000204: ['E07000245'],
  E07000205: ['E07000244'],
  E07000206: ['E07000244'],
  E07000246: ['E06000066'],
  E10000002: ['E06000060'],
  E10000006: ['E06000063', 'E06000064'],
  E10000009: ['E06000059'],
  E10000021: ['E06000061', 'E06000062'],
  E10000023: ['E06000065'],
  E10000027: ['E06000066'],
};
