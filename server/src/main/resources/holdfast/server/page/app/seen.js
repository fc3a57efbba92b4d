// What was last looked at here, kept in this browser and nowhere else.

let agreement = '';

export const shownBefore = {
  open(name) {
    agreement = name;
  },
  /** @return {size, asOf}, or null where this agreement was never looked at here */
  last() {
    try {
      return JSON.parse(localStorage.getItem('seen/' + agreement));
    } catch {
      return null;
    }
  },
  keep({size, asOf}) {
    localStorage.setItem('seen/' + agreement, JSON.stringify({size, asOf}));
  },
};
