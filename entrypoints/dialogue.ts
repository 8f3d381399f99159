/** The views over a governed page, in a script of their own: most pages never show one. Loaded by the guard when needed. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createViews } from '../components/views.tsx';
import { VIEWS, type ViewsHost } from './guard.content/load-views.ts';

export default defineUnlistedScript(() => {
  (globalThis as ViewsHost)[VIEWS] ??= createViews;
});
