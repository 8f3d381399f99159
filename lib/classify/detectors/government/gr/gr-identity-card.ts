import { identityNumber } from '../identity-number.ts';

/** Greek identity card numbers (Ελληνική Αστυνομία): one or two letters common to both alphabets and six or seven digits, known by the label. */
export const grIdentityCard = identityNumber({
  id: 'gr-identity-card',
  cues: 'ΑΔΤ|δελτίο ταυτότητας|αριθμός δελτίου ταυτότητας|αριθμός ταυτότητας|Α.Δ.Τ.|ταυτότητα|' + 'Greek identity card',
  written: '[ABEHIKMNOPTXYZΑΒΕΗΙΚΜΝΟΡΤΧΥΖ]{1,2}[ -]?d{6,7}',
  cued: 0.85,
  reach: 60,
  examples: {
    positive: ['ΑΔΤ: A-461113', 'Α.Δ.Τ. ΑΒ 123456'],
    negative: ['ταυτότητα από το 2010'],
  },
});
