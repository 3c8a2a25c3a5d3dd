/**
 * Names of councils that no rule makes from the national list: earlier names of councils that were renamed and exist on
 * under the same code, and short names in daily use. Facts of public record.
 */
export const councilAliases: readonly (readonly [alias: string, gss: string])[] = [
  // Renamed in April 2018.
  ['Shepway District Council', 'E07000112'],
  ['Shepway Council', 'E07000112'],
  ['Hull Council', 'E06000010'],
  ['Kingston upon Hull City Council', 'E06000010'],
  ['Bristol Council', 'E06000023'],
  ['Durham Council', 'E06000047'],
  ['County Durham Council', 'E06000047'],
  ['BCP Council', 'E06000058'],
  ['BCP', 'E06000058'],
  ['Windsor and Maidenhead Council', 'E06000040'],
  ['RBWM', 'E06000040'],
  ['RBKC', 'E09000020'],
  ['LBHF', 'E09000013'],
  ['Hammersmith and Fulham Council', 'E09000013'],
  ['Southend Council', 'E06000033'],
  ['Southend Borough Council', 'E06000033'],
  ['Southend-on-Sea City Council', 'E06000033'],
  ['Stockton Council', 'E06000004'],
  ['Stockton Borough Council', 'E06000004'],
  ['Newcastle City Council', 'E08000021'],
  ['Newcastle Council', 'E08000021'],
  ['Barrow Borough Council', 'E07000027'],
  ['King’s Lynn and West Norfolk Borough Council', 'E07000146'],
  ['West Norfolk Council', 'E07000146'],
  ['City of London Corporation', 'E09000001'],
  ['City of London', 'E09000001'],
];
