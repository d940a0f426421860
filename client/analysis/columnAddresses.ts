/** Where the workers have their columns from; each holds a copy of its own. */
export const COLUMNS_ADDRESS = '/api/risk-points.arrow'
export const HISTORY_ADDRESS = '/api/risk-points/history.arrow'
