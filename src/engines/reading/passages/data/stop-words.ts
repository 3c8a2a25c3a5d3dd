/** Words that say nothing of what a sentence is about. */
export const stopWords: ReadonlySet<string> = new Set(
  `a an the of to and or for with in on at by from as that which who whom whose is are was were be been being am it its they them their theirs
  this these those there here we us our you your he she his her i not no nor but if then than so such own same too very can could will would should
  may might must shall do does did done doing has have had having about across after against all along already also although am among any around
  because before below between both during each either else ever every few first further get given go how however into just last like made make many
  me more most much need needs needed new now off once one only other others out over per put rather set since some still take taken through thus
  together two under until up upon use used using via well what when where whether while whilst why within without yet
  ensure ensures ensuring include includes including required require requires told think part parts next key undertake undertaken appropriate already
  council councils authority borough city county district peer peers team report lga challenge`.split(/\s+/u),
);
