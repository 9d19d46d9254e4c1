import '@angular/compiler';
import {
  type ApplicationRef,
  Component,
  type ComponentRef,
  createComponent,
  provideZonelessChangeDetection,
  signal,
  type Type,
} from '@angular/core';
import { createApplication } from '@angular/platform-browser';
import { type Contact, type Framework, LINE_STYLE, type ViewState } from './contact-list.ts';

const LINES = `<ul>@for (contact of view.contacts; track contact.id) {
  <li style="${LINE_STYLE}">{{ contact.name }}: {{ contact.phone }}</li>
}</ul>`;

class ContactPage {
  readonly state = signal<ViewState | null>(null);
}
// Decorators are plain functions: called as such, they need no compiler of their own.
Component({
  selector: 'contact-page',
  template: `@if (state(); as view) {<main>
    @if (view.route === 'help') { <h1>Help</h1> }
    @else {
      @if (view.wrapper === 'section') { <section>${LINES}</section> } @else { <article>${LINES}</article> }
      @if (view.detail; as contact) { <p style="${LINE_STYLE}">{{ contact.name }}: {{ contact.phone }}</p> }
      <input readonly [value]="view.note">
    }
  </main>}`,
})(ContactPage);

class ContactPortal {
  readonly contact = signal<Contact | null>(null);
}
Component({
  selector: 'contact-portal',
  template: `@if (contact(); as it) { <p style="${LINE_STYLE}">{{ it.name }}: {{ it.phone }}</p> }`,
})(ContactPortal);

function attach<T>(app: ApplicationRef, component: Type<T>, parent: Element): ComponentRef<T> {
  const hostElement = parent.appendChild(document.createElement('div'));
  const made = createComponent(component, { environmentInjector: app.injector, hostElement });
  app.attachView(made.hostView);
  return made;
}

/** Zoneless, compiled in the browser, with the portal that Angular's own component kit makes: a second view in the body. */
export const angular: Framework = {
  name: 'Angular 21',
  async mount(container) {
    const app = await createApplication({ providers: [provideZonelessChangeDetection()] });
    const page = attach(app, ContactPage, container);
    const portal = attach(app, ContactPortal, document.body);
    return {
      async show(state) {
        page.instance.state.set(state);
        portal.instance.contact.set(state.route === 'list' ? state.portal : null);
        await app.whenStable();
      },
      unmount: () => app.destroy(),
    };
  },
};
