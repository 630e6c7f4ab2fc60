/** What a sensor can measure. UCUM unit codes on the wire, symbols for people, fixed decimals per quantity. */
export const metricTable = {
  temperature: { label: 'Temperature', unit: 'Cel', symbol: '°C', decimals: 1, topic: 'temperature' },
  humidity: { label: 'Humidity', unit: '%', symbol: '% RH', decimals: 0, topic: 'humidity' },
  power: { label: 'Power', unit: 'kW', symbol: 'kW', decimals: 2, topic: 'power' },
  'supply-temperature': { label: 'Supply air', unit: 'Cel', symbol: '°C', decimals: 1, topic: 'supply-temperature' },
  'return-temperature': { label: 'Return air', unit: 'Cel', symbol: '°C', decimals: 1, topic: 'return-temperature' },
  'fan-speed': { label: 'Fan speed', unit: '%', symbol: '%', decimals: 0, topic: 'fan-speed' },
  load: { label: 'Load', unit: '%', symbol: '%', decimals: 1, topic: 'load' },
  'total-power': { label: 'Total power', unit: 'kW', symbol: 'kW', decimals: 1, topic: 'total-power' },
  pue: { label: 'PUE', unit: '1', symbol: '', decimals: 2, topic: 'pue' },
} as const;
