import { createEngine } from '../create-engine.ts';
import { answerOnPort, type PortRequest } from './port.ts';

const { fetch } = createEngine({ ownDestination: 'This browser' });

addEventListener('message', ({ data }: MessageEvent<{ request: PortRequest; port: MessagePort }>) => {
  void answerOnPort(fetch, data);
});
