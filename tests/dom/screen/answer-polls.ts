import type { Plugin } from 'vite';

export const POLL = '/agc/conf_exten_check.php';
/** Header of a request with the status that it is to be answered with. */
export const WANTED_STATUS = 'x-wanted-status';

/** A dialer as far as the requests of an agent screen see it: what is heard of an answer is the status alone. */
export function answerPolls(): Plugin {
  return {
    name: 'answer-polls',
    configureServer({ middlewares }) {
      middlewares.use((request, answer, next) => {
        if (!/\.php($|\?)/.test(request.url ?? '')) return next();
        answer.statusCode = Number(request.headers[WANTED_STATUS] ?? 200);
        answer.end();
      });
    },
  };
}
