import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';
import { serveParent } from './server-process.ts';

/** The least that could work: the path names the room, every message goes to all its sockets as it came. */
const rooms = new Map<string, Set<WebSocket>>();
const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });

server.on('connection', (socket, request) => {
  const name = request.url ?? '/';
  const room = rooms.get(name) ?? new Set();
  rooms.set(name, room.add(socket));
  socket.on('message', (data, isBinary) => {
    for (const member of room) member.send(data, { binary: isBinary });
  });
  socket.on('close', () => room.delete(socket));
  socket.on('error', () => socket.terminate());
});

server.on('listening', () => {
  serveParent({ url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}` }, async () => {
    for (const socket of server.clients) socket.terminate();
    server.close();
  });
});
