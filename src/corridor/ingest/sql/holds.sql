SELECT /* asked */ FROM raw
