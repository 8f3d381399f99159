/** At the end of the message of a failure that says nothing about the product: it may be tried once more. */
export const TRY_AGAIN = '(tried once more)';
