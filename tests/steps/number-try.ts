import type { Steps } from './step-desk.ts';

export const numberTry: Steps = {
  async 'the options say of text of a page which numbers are found, and why the others are not'(desk) {
    const options = await desk.signIn({ withStatusLogin: false });
    await options.goto('options.html#numbers');
    await options.fill('Text of the page', 'Order 4155552671 or call (415) 555-0132');
    await options.expectText(/Found\s*\(415\) 555-0132\s*\+1 415 555 0132/);
    await options.expectText(
      /Left out\s*4155552671\s*What stands before it names something else than a phone: “Order”\./,
    );
    await options.fill('Text of the page', '030 23125148');
    await options.expectText(/No number of these countries is like it: United States/);
    await options.writeSettings({ regions: ['US', 'DE'] });
    await options.goto('options.html');
    await options.fill('Text of the page', '030 23125148');
    await options.expectText('+49 30 23125148');
  },
};
