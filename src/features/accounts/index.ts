// The door of accounts: who is signed in, who may do what, and the people of a council.
export { type AccountTools, type From, signInAsDemonstration } from './actions/sign-in.ts';
export { addCouncil, addUser, listUsers, passwordLinkPath, resetPassword } from './commands.ts';
export { type OpenIdSettings, openIdProvider } from './openid.ts';
export { accountsFeature } from './pages/feature.ts';
export type { AccountSettings } from './pages/settings.ts';
export { can, PERMISSIONS, type Permission, ROLES } from './permissions.ts';
export { type Keys, keysFrom } from './secrets.ts';
export { type Sessions, type SignedIn, sessionsOver } from './sessions.ts';
export type { DemonstrationAccount } from './views/sign-in.ts';
