-- Where a parcel went is nobody's business once it has long arrived.
create index ix_shipment_sent_at on encore.shipment (sent_at) where status = 'SENT';
