SELECT 'account' AS record_kind, /* columns */ FROM placed
