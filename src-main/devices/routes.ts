import { Hono } from 'hono';
import type { DoorEnv } from '../route.ts';
import type { Station } from '../station.ts';

export function printRoutes(_station: Station) {
  return new Hono<DoorEnv>();
}
