/** Who is signed in on this window. In memory only: closing or reloading the window signs out. */
import { may, type Operation } from '../../../src-central/access.ts';
import { answer, hq, setToken } from '../../api.ts';
import { makeStore } from '../../desk/store.ts';

type Opened = Awaited<ReturnType<typeof askLogin>>;
export type Person = Opened['person'];

interface Session {
  person: Person | null;
  /** The session ended while its page was open: the same person may go on after signing in again. */
  lost: boolean;
}

export const session = makeStore<Session>({ person: null, lost: false });

interface Credentials {
  email: string;
  password: string;
  code: string;
}

const askLogin = (json: Credentials) => answer(hq.sessions.$post({ json }));

export function begin({ token, person }: Pick<Opened, 'token' | 'person'>): void {
  setToken(token);
  session.set({ person, lost: false });
}

export async function signIn(credentials: Credentials): Promise<void> {
  begin(await askLogin(credentials));
}

export async function signOut(): Promise<void> {
  // The person is gone from this window even when the server cannot be told.
  await answer(hq.sessions[':id'].$delete({ param: { id: 'current' } })).catch(() => {});
  forget();
}

/** Nobody touched the window for long: the session ends, and the page waits covered. */
export async function leave(): Promise<void> {
  sessionLost();
  await answer(hq.sessions[':id'].$delete({ param: { id: 'current' } })).catch(() => {});
  setToken(null);
}

export function forget(): void {
  setToken(null);
  session.set({ person: null, lost: false });
}

export function sessionLost(): void {
  session.set(now => (now.person && !now.lost ? { ...now, lost: true } : now));
}

/** What the person signed in here may do. */
export function useMay(): (operation: Operation) => boolean {
  const { person } = session.use();
  return operation => person !== null && may(person.role, operation);
}
