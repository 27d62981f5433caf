import type { Server } from 'node:http';
export function serve(folder: string, firstPort: number): Promise<{ server: Server; url: string }>;
