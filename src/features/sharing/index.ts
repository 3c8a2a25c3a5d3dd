// The door of sharing: what councils share, and who has agreed to it.
export { agree, type ProposeInput, propose, recordPost } from './actions.ts';
export { addPartnership } from './commands.ts';
