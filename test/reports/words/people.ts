import type { Dice } from '../dice.ts';

// Given names and family names that hardly meet: nobody real is meant, and no pair was taken from anywhere.
const given = (
  'Averil Barnaby Cressida Dunstan Elowen Fenella Godwin Hepzibah Ivor Jocasta Kester Lettice Merrick Nerys Osric ' +
  'Perpetua Quill Rosamund Sorrel Tamsin Ulric Verity Wystan Xanthe Yorath Zillah Amabel Bevis Clemency Drogo Ottoline ' +
  'Piers Rowan Saffron Thurstan Una Wilfreda Anoushka Devraj Farhana Ifeoma Kofi Meena Nasreen Oluwaseun Parminder Rehana Tariq'
).split(' ');
const family = (
  'Applegarth Brackenbury Copplestone Dymchurch Eddlestane Fothersby Gathercole Hollingrake Inkpenny Jessamy Kettlewick ' +
  'Lambsdale Mossgrave Nettlefold Oxenbridge Pennywell Quennell Ravensmoor Saltonstead Thistleby Underhay Vellacott ' +
  'Wetherstone Yarborne Ashdowne-Pike Birtwhistley Coldbeck Dunnaway Everdell Farrowgate Grimshawe Hartopper Okonjwa ' +
  'Rahmanzai Singhara Oyelarin Patelwar Chowdhurai Mensahby Iqbalton Kaurfield Quarrington'
).split(' ');
const titles = ['Sir', 'Dame', 'Dr', 'Baroness', 'Professor'];

/** An invented person's name; now and then with a title, a middle initial, or an honour behind it. */
export function personName(dice: Dice): string {
  const bare = `${dice.pick(given)} ${dice.pick(family)}`;
  if (dice.chance(0.06)) return `${dice.pick(titles)} ${bare}`;
  if (dice.chance(0.04)) return bare.replace(' ', ` ${dice.pick(['J', 'A', 'M', 'P'])} `);
  if (dice.chance(0.03)) return `${bare} ${dice.pick(['OBE', 'MBE', 'CBE'])}`;
  return bare;
}

const places = (
  'Aldermere Brackwater Calderhythe Dunmarsh Easterleigh Fennowick Garrowby Harthwaite Ivelsea Kestermoor Larkbridge ' +
  'Marlhampton Netherby Ormsea Pellwick Quarndale Ravensholt Selwick Thornleigh Ulverdale Vennbury Westmarrow Yaxholme ' +
  'Ashenholt Brindlecombe Coldharbrough Dorringford Elmsworth Foxcote Grantley Vale of Wenning|Isle of Sarn|Upper Tarrant'
)
  .replace('Vale of Wenning|Isle of Sarn|Upper Tarrant', '')
  .trim()
  .split(' ')
  .concat(['Vale of Wenning', 'North Tarrant', 'East Sarnshire', 'Wenningdale and Holt', 'Sarn & Fellside']);

export const inventedPlace = (dice: Dice): string => dice.pick(places);

/** An invented council's official name. */
export function inventedCouncil(dice: Dice): string {
  const place = inventedPlace(dice);
  return dice.pick([
    `${place} Council`,
    `${place} Borough Council`,
    `${place} District Council`,
    `${place} City Council`,
    `${place} County Council`,
    `${place} Metropolitan Borough Council`,
    `London Borough of ${place}`,
    `Royal Borough of ${place}`,
    `City of ${place} Council`,
  ]);
}
